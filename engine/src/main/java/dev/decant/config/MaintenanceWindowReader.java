package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text of a {@link MaintenanceWindow}. */
final class MaintenanceWindowReader {
    private static final Pattern WINDOW = Pattern.compile(
            "(?<days>\\S.*?)\\s+(?<opens>\\d{1,2}:\\d{2})\\s*-\\s*(?<closes>\\d{1,2}:\\d{2})(?:\\s+(?<zone>\\S+))?");
    private static final Pattern RANGE = Pattern.compile("(?<first>\\p{L}+)(?:\\s*-\\s*(?<last>\\p{L}+))?");
    private static final String EXAMPLES =
            "write it like \"Sun 02:00-05:00 UTC\", \"Mon-Fri 22:00-04:00 Europe/Berlin\""
                    + " or \"daily 00:30-01:30 +02:00\"";

    private MaintenanceWindowReader() {}

    static MaintenanceWindow read(String text) {
        Matcher matcher = WINDOW.matcher(text);
        if (!matcher.matches()) {
            throw failure("the maintenance window is not days, times and a time zone", EXAMPLES);
        }
        String zone = Optional.ofNullable(matcher.group("zone"))
                .orElseThrow(() -> failure("the maintenance window does not say in which time zone", EXAMPLES));
        LocalTime opens = time(matcher.group("opens"));
        LocalTime closes = matcher.group("closes").equals("24:00") ? LocalTime.MIDNIGHT : time(matcher.group("closes"));
        if (opens.equals(closes) && !matcher.group("closes").equals("24:00")) {
            throw failure("the maintenance window closes when it opens", "a whole day is 00:00-24:00");
        }
        return new MaintenanceWindow(days(matcher.group("days")), opens, closes, zone(zone));
    }

    private static LocalTime time(String text) {
        String[] parts = text.split(":", -1);
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        if (hour > 23 || minute > 59) {
            throw failure(
                    "the maintenance window has a time that no clock shows, " + text,
                    "write times from 00:00 to 23:59, or 24:00 for the end of a day");
        }
        return LocalTime.of(hour, minute);
    }

    private static Set<DayOfWeek> days(String text) {
        if (text.equalsIgnoreCase("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw failure("the maintenance window has days that cannot be understood", EXAMPLES);
            }
            DayOfWeek first = day(range.group("first"));
            DayOfWeek last = Optional.ofNullable(range.group("last"))
                    .map(MaintenanceWindowReader::day)
                    .orElse(first);
            Stream.iterate(first, day -> day.plus(1))
                    .limit(Math.floorMod(last.getValue() - first.getValue(), 7) + 1L)
                    .forEach(days::add);
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        List<String> names = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            String brief = full.substring(0, 3);
            if (word.equalsIgnoreCase(full) || word.equalsIgnoreCase(brief)) {
                return day;
            }
            names.add(brief);
        }
        String advice = names.stream()
                .filter(name -> word.regionMatches(true, 0, name, 0, 2))
                .findFirst()
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> Suggestions.advice(word, names));
        throw failure("the maintenance window has an unknown day, " + word, advice);
    }

    private static ZoneId zone(String text) {
        Set<String> known = new TreeSet<>(ZoneId.getAvailableZoneIds());
        try {
            return ZoneId.of(known.stream()
                    .filter(id -> id.equalsIgnoreCase(text))
                    .findFirst()
                    .orElse(text));
        } catch (DateTimeException exception) {
            throw failure(
                    "the maintenance window has an unknown time zone, " + text,
                    Suggestions.nearest(text, known)
                            .map(zone -> "did you mean \"" + zone + "\"?")
                            .orElse("write UTC, +02:00, or a name like Europe/Berlin"));
        }
    }

    private static DecantException failure(String what, String next) {
        return Failure.of("DCT-114", what).next(next).exception();
    }
}
