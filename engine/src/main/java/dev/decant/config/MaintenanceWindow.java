package dev.decant.config;

import dev.decant.failure.DecantException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours of the week in which a database may be changed, such as {@code Sun 02:00-05:00 UTC}.
 *
 * <p>A window that does not close after it opens lasts into the next day; the days are those on which it opens. When
 * clocks are set forward over a boundary, the boundary is the moment of the change; when they are set back over it, the
 * first of the two moments counts. A window that lies wholly in the skipped hour does not open that day.
 *
 * @param days the days on which the window opens, at least one
 * @param opens the first moment inside
 * @param closes the first moment outside again, on the next day when it is not after {@code opens}
 * @param zone whose clock is meant
 */
public record MaintenanceWindow(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, ZoneId zone) {
    /** Longer than any week with a missing day; a window opens within it, whatever clocks do. */
    private static final int DAYS_AHEAD = 400;

    public MaintenanceWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a maintenance window opens on at least one day");
        }
        days = Set.copyOf(days);
    }

    /** One time that the window is open. */
    private record Opening(Instant from, Instant until) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /**
     * The window that a text describes.
     *
     * @throws DecantException DCT-114 when the text is no window; the advice says what is
     */
    public static MaintenanceWindow parse(String text) {
        return MaintenanceWindowReader.read(text.strip());
    }

    /** Whether the window is open at this moment. */
    public boolean isOpen(Instant moment) {
        return closing(moment).isPresent();
    }

    /** When the window that is open at this moment closes; empty when it is not open. */
    public Optional<Instant> closing(Instant moment) {
        return openings(moment, 2)
                .filter(opening -> opening.holds(moment))
                .map(Opening::until)
                .max(Instant::compareTo);
    }

    /** The first moment, not before this one, at which the window goes from closed to open or opens anew. */
    public Instant nextOpening(Instant moment) {
        return openings(moment, DAYS_AHEAD)
                .map(Opening::from)
                .filter(from -> !from.isBefore(moment))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a maintenance window that never opens: " + this));
    }

    /** The openings from two days before the moment on, in order. */
    private Stream<Opening> openings(Instant moment, int daysAhead) {
        LocalDate first = LocalDate.ofInstant(moment, zone).minusDays(2);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(daysAhead + 3L)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(this::opening)
                .filter(opening -> opening.from().isBefore(opening.until()));
    }

    private Opening opening(LocalDate day) {
        LocalDate last = closes.isAfter(opens) ? day : day.plusDays(1);
        return new Opening(instant(day.atTime(opens)), instant(last.atTime(closes)));
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        boolean skipped = transition != null && transition.isGap();
        return skipped ? transition.getInstant() : local.atZone(zone).toInstant();
    }

    /** The window as it is written in decant.toml. */
    @Override
    public String toString() {
        String last = closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes.toString();
        return names() + " " + opens + "-" + last + " " + zone;
    }

    private String names() {
        List<DayOfWeek> sorted = List.copyOf(new TreeSet<>(days));
        return sorted.size() == DayOfWeek.values().length
                ? "daily"
                : sorted.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                        .collect(Collectors.joining(","));
    }
}
