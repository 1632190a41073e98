package dev.decant.studio.data;

import dev.decant.failure.Failure;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plans that wait for somebody to say yes: each is carried out at most once, and forgotten after a while.
 *
 * @param <T> what is planned
 */
final class Plans<T> {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 50;

    private final Map<String, Plan<T>> plans = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** What is planned, and since when. */
    private record Plan<T>(T planned, Instant made) {}

    /** Keeps a plan; gives the name by which it is taken. */
    synchronized String keep(T planned) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        plans.values().removeIf(plan -> plan.made().plus(KEPT).isBefore(Instant.now()));
        Iterator<String> oldest = plans.keySet().iterator();
        if (plans.size() >= MOST) {
            oldest.next();
            oldest.remove();
        }
        plans.put(name, new Plan<>(planned, Instant.now()));
        return name;
    }

    /**
     * Takes a plan, which is gone then.
     *
     * @throws dev.decant.failure.DecantException DCT-732 when there is none of that name
     */
    synchronized T take(String name) {
        Plan<T> plan = plans.remove(name);
        if (plan == null || plan.made().plus(KEPT).isBefore(Instant.now())) {
            throw Failure.of("DCT-732", "this plan was carried out already, or is too old")
                    .next("look at the changes once more")
                    .exception();
        }
        return plan.planned();
    }
}
