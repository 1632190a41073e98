package dev.decant.model.routine;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * How a routine runs.
 *
 * @param volatility what its result depends on
 * @param strict whether it returns null without running when an argument is null
 * @param leakproof whether it tells nothing of its arguments but by its result
 * @param securityDefiner whether it runs with the rights of its owner
 * @param parallelism where it may run
 * @param cost what a call costs, in units of {@code cpu_operator_cost}; none when what is usual
 * @param rows how many rows it returns, about; none when what is usual
 * @param support the function that helps to plan it
 * @param settings the settings under which it runs, in the order in which they are made
 * @param transforms the types whose values reach its language transformed
 */
public record RoutineTraits(
        Volatility volatility,
        boolean strict,
        boolean leakproof,
        boolean securityDefiner,
        Parallelism parallelism,
        Optional<String> cost,
        Optional<String> rows,
        Optional<ObjectName> support,
        List<Setting> settings,
        List<DataType> transforms) {
    /** What is usual. */
    public static final RoutineTraits USUAL = new RoutineTraits(
            Volatility.VOLATILE,
            false,
            false,
            false,
            Parallelism.UNSAFE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    /** Copies the lists. */
    public RoutineTraits {
        settings = List.copyOf(settings);
        transforms = List.copyOf(transforms);
    }

    /** The same with another volatility. */
    public RoutineTraits withVolatility(Volatility other) {
        return new RoutineTraits(
                other, strict, leakproof, securityDefiner, parallelism, cost, rows, support, settings, transforms);
    }

    /** The same, strict or not. */
    public RoutineTraits withStrict(boolean other) {
        return new RoutineTraits(
                volatility, other, leakproof, securityDefiner, parallelism, cost, rows, support, settings, transforms);
    }

    /** The same, leakproof or not. */
    public RoutineTraits withLeakproof(boolean other) {
        return new RoutineTraits(
                volatility, strict, other, securityDefiner, parallelism, cost, rows, support, settings, transforms);
    }

    /** The same, running with its owner's rights or its caller's. */
    public RoutineTraits withSecurityDefiner(boolean other) {
        return new RoutineTraits(
                volatility, strict, leakproof, other, parallelism, cost, rows, support, settings, transforms);
    }

    /** The same, running elsewhere. */
    public RoutineTraits withParallelism(Parallelism other) {
        return new RoutineTraits(
                volatility, strict, leakproof, securityDefiner, other, cost, rows, support, settings, transforms);
    }

    /** The same with other estimates of what a call costs and how many rows it returns. */
    public RoutineTraits withEstimates(Optional<String> otherCost, Optional<String> otherRows) {
        return new RoutineTraits(
                volatility,
                strict,
                leakproof,
                securityDefiner,
                parallelism,
                otherCost,
                otherRows,
                support,
                settings,
                transforms);
    }

    /** The same with another function that helps to plan it. */
    public RoutineTraits withSupport(Optional<ObjectName> other) {
        return new RoutineTraits(
                volatility, strict, leakproof, securityDefiner, parallelism, cost, rows, other, settings, transforms);
    }

    /** The same under other settings. */
    public RoutineTraits withSettings(List<Setting> other) {
        return new RoutineTraits(
                volatility, strict, leakproof, securityDefiner, parallelism, cost, rows, support, other, transforms);
    }

    /** The same with other transformed types. */
    public RoutineTraits withTransforms(List<DataType> other) {
        return new RoutineTraits(
                volatility, strict, leakproof, securityDefiner, parallelism, cost, rows, support, settings, other);
    }
}
