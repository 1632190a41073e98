package dev.decant.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/** Puts things in an order that respects what must run before what, and otherwise the ranks that they were given. */
final class Ordering {
    private final int[] ranks;
    private final List<Set<Integer>> followers;
    private final int[] waitsFor;
    private final List<Set<Integer>> laterFollowers;
    private final int[] wouldWaitFor;

    /**
     * Starts without any order.
     *
     * @param ranks how early each thing comes when nothing else decides; things of one rank keep their order
     */
    Ordering(int[] ranks) {
        this.ranks = ranks;
        this.waitsFor = new int[ranks.length];
        this.followers = new ArrayList<>(ranks.length);
        this.wouldWaitFor = new int[ranks.length];
        this.laterFollowers = new ArrayList<>(ranks.length);
        for (int i = 0; i < ranks.length; i++) {
            followers.add(new HashSet<>(4));
            laterFollowers.add(new HashSet<>(0));
        }
    }

    /** Says that one thing must run before another; nothing runs before itself. */
    void before(int first, int second) {
        if (first != second && followers.get(first).add(second)) {
            waitsFor[second]++;
        }
    }

    /** Says that one thing had better run before another, where that can be. */
    void preferably(int first, int second) {
        if (first != second && laterFollowers.get(first).add(second)) {
            wouldWaitFor[second]++;
        }
    }

    /** Whether one of two things must run before the other. */
    boolean isBetween(int one, int other) {
        return followers.get(one).contains(other) || followers.get(other).contains(one);
    }

    /**
     * The same of groups of the things, each of which has the earliest rank in it.
     *
     * @param groups all things, each in one group
     */
    Ordering of(List<List<Integer>> groups) {
        if (groups.size() == ranks.length) {
            return this;
        }
        int[] places = new int[ranks.length];
        int[] earliest = new int[groups.size()];
        for (int group = 0; group < earliest.length; group++) {
            earliest[group] =
                    groups.get(group).stream().mapToInt(i -> ranks[i]).min().orElseThrow();
            for (int thing : groups.get(group)) {
                places[thing] = group;
            }
        }
        Ordering grouped = new Ordering(earliest);
        for (int i = 0; i < ranks.length; i++) {
            for (int follower : followers.get(i)) {
                grouped.before(places[i], places[follower]);
            }
            for (int follower : laterFollowers.get(i)) {
                grouped.preferably(places[i], places[follower]);
            }
        }
        return grouped;
    }

    /** The order; what waits for itself in a circle, or for such a thing, is not in it. */
    List<Integer> order() {
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.<Integer>comparingInt(i -> ranks[i]).thenComparingInt(i -> i));
        TreeSet<Integer> patient =
                new TreeSet<>(Comparator.<Integer>comparingInt(i -> ranks[i]).thenComparingInt(i -> i));
        for (int i = 0; i < ranks.length; i++) {
            sort(i, ready, patient);
        }
        List<Integer> order = new ArrayList<>(ranks.length);
        while (!ready.isEmpty() || !patient.isEmpty()) {
            // Wishes that go round in a circle are given up, one at a time.
            int next = ready.isEmpty() ? Objects.requireNonNull(patient.pollFirst()) : ready.remove();
            order.add(next);
            wouldWaitFor[next] = -1;
            for (int follower : followers.get(next)) {
                waitsFor[follower]--;
                sort(follower, ready, patient);
            }
            for (int follower : laterFollowers.get(next)) {
                if (wouldWaitFor[follower] > 0) {
                    wouldWaitFor[follower]--;
                    sort(follower, ready, patient);
                }
            }
        }
        return order;
    }

    /** Puts a thing where it belongs once nothing must run before it any more. */
    private void sort(int thing, Queue<Integer> ready, Set<Integer> patient) {
        if (waitsFor[thing] == 0 && wouldWaitFor[thing] == 0) {
            patient.remove(thing);
            ready.add(thing);
        } else if (waitsFor[thing] == 0 && wouldWaitFor[thing] > 0) {
            patient.add(thing);
        }
    }

    /** What is left once the order is known: the things in circles and what stands between them. */
    List<Integer> circles() {
        Set<Integer> stuck = new TreeSet<>();
        for (int i = 0; i < ranks.length; i++) {
            if (waitsFor[i] > 0) {
                stuck.add(i);
            }
        }
        while (stuck.removeIf(i -> Collections.disjoint(followers.get(i), stuck))) {}
        return List.copyOf(stuck);
    }
}
