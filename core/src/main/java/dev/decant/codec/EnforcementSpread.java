package dev.decant.codec;

import dev.decant.model.Enforcement;
import java.util.Set;

/** Which rows keep a constraint, as a field of it: {@code "notValid": true}, {@code "notEnforced": true}, or neither. */
final class EnforcementSpread implements Spread<Enforcement> {
    private static final String NOT_VALID = "notValid";
    private static final String NOT_ENFORCED = "notEnforced";

    @Override
    public Set<String> names() {
        return Set.of(NOT_VALID, NOT_ENFORCED);
    }

    @Override
    public void write(Enforcement value, FieldsBuilder into) {
        switch (value) {
            case ENFORCED -> {}
            case NOT_VALID -> into.put(NOT_VALID, true);
            case NOT_ENFORCED -> into.put(NOT_ENFORCED, true);
        }
    }

    @Override
    public Enforcement read(Json.Fields from) {
        if (isSet(from, NOT_ENFORCED)) {
            return Enforcement.NOT_ENFORCED;
        }
        return isSet(from, NOT_VALID) ? Enforcement.NOT_VALID : Enforcement.ENFORCED;
    }

    private static boolean isSet(Json.Fields from, String field) {
        return from.field(field).map(Json::asFlag).orElse(false);
    }
}
