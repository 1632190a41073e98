package dev.decant.plan;

import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntFunction;

/** Puts things in an order that respects what must run before what, and otherwise the ranks that they were given. */
final class Ordering {
    private final int[] ranks;
    private final List<Set<Integer>> followers;
    private final int[] waitsFor;

    /**
     * Starts without any order.
     *
     * @param ranks how early each thing comes when nothing else decides; things of one rank keep their order
     */
    Ordering(int[] ranks) {
        this.ranks = ranks;
        this.waitsFor = new int[ranks.length];
        this.followers = new ArrayList<>(ranks.length);
        for (int i = 0; i < ranks.length; i++) {
            followers.add(new HashSet<>(4));
        }
    }

    /** Says that one thing must run before another; nothing runs before itself. */
    void before(int first, int second) {
        if (first != second && followers.get(first).add(second)) {
            waitsFor[second]++;
        }
    }

    /**
     * The order.
     *
     * @param name what a thing is called when it is part of a circle
     */
    List<Integer> order(IntFunction<String> name) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.<Integer>comparingInt(i -> ranks[i]).thenComparingInt(i -> i));
        for (int i = 0; i < ranks.length; i++) {
            if (waitsFor[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> order = new ArrayList<>(ranks.length);
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order.add(next);
            for (int follower : followers.get(next)) {
                if (--waitsFor[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
        if (order.size() < ranks.length) {
            throw circle(name);
        }
        return order;
    }

    private RuntimeException circle(IntFunction<String> name) {
        List<String> stuck = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            if (waitsFor[i] > 0) {
                stuck.add(name.apply(i));
            }
        }
        return Failure.of("DCT-412", "these changes wait for each other: " + String.join("; ", stuck))
                .next("make them in two migrations, the second one after the first has been generated")
                .exception();
    }
}
