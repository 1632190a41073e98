package dev.decant.codec;

import dev.decant.failure.Suggestions;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SequenceOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a column gets when an insert gives it no value, as a field of the column: {@code "default": "now()"}, {@code "identity":
 * {"generated": "always", "sequence": "public.contents_id_seq"}}, {@code "serial": {"sequence": "public.contents_id_seq"}}, {@code "autoIncrement": true}, {@code "generated":
 * {"as": "a + b", "stored": true}}, or none of them.
 */
final class FillSpread implements Spread<Fill> {
    private static final String DEFAULT = "default";
    private static final String IDENTITY = "identity";
    private static final String SERIAL = "serial";
    private static final String AUTO_INCREMENT = "autoIncrement";
    private static final String GENERATED = "generated";
    private static final String ALWAYS = "always";
    private static final String BY_DEFAULT = "by default";
    private static final String SEQUENCE = "sequence";

    private final Spread<SequenceOptions> options;
    private final Codec<Expression> expressions = Codec.ofText(Expression::sql, Expression::new);
    private final Codec<ObjectName> names = Codec.ofText(ObjectName::toString, ObjectName::parse);

    FillSpread(Spread<SequenceOptions> options) {
        this.options = options;
    }

    @Override
    public Set<String> names() {
        return Set.of(DEFAULT, IDENTITY, SERIAL, AUTO_INCREMENT, GENERATED);
    }

    @Override
    public void write(Fill value, FieldsBuilder into) {
        switch (value) {
            case Fill.Nothing nothing -> {}
            case Fill.Default(Expression expression) -> into.put(DEFAULT, expressions.write(expression));
            case Fill.Identity(boolean always, SequenceOptions counting, Optional<ObjectName> sequence) ->
                into.put(IDENTITY, counted(identity(always ? ALWAYS : BY_DEFAULT, sequence), counting));
            case Fill.Serial(ObjectName sequence, SequenceOptions counting) ->
                into.put(SERIAL, counted(Json.object().put(SEQUENCE, names.write(sequence)), counting));
            case Fill.AutoIncrement counted -> into.put(AUTO_INCREMENT, true);
            case Fill.Generated(Expression expression, boolean stored) ->
                into.put(
                        GENERATED,
                        Json.object()
                                .put("as", expressions.write(expression))
                                .putUnlessEmpty("stored", Json.of(stored))
                                .build());
        }
    }

    private FieldsBuilder identity(String generated, Optional<ObjectName> sequence) {
        FieldsBuilder fields = Json.object().put(GENERATED, generated);
        sequence.ifPresent(name -> fields.put(SEQUENCE, names.write(name)));
        return fields;
    }

    private Json counted(FieldsBuilder fields, SequenceOptions counting) {
        options.write(counting, fields);
        return fields.build();
    }

    @Override
    public Fill read(Json.Fields from) {
        List<String> given =
                from.values().keySet().stream().filter(names()::contains).toList();
        if (given.isEmpty()) {
            return Fill.NOTHING;
        }
        if (given.size() > 1) {
            throw from.problem(
                    "a column is filled in one way, not in several: " + String.join(", ", given), "keep one");
        }
        Json json = from.required(given.getFirst());
        return switch (given.getFirst()) {
            case DEFAULT -> new Fill.Default(expressions.read(json));
            case IDENTITY -> identity(with(Set.of(GENERATED, SEQUENCE), json));
            case SERIAL -> serial(with(Set.of(SEQUENCE), json));
            case AUTO_INCREMENT -> autoIncrement(json);
            case GENERATED -> generated(json.asFields().only(Set.of("as", "stored")));
            default -> throw new IllegalStateException(given.getFirst());
        };
    }

    private Json.Fields with(Set<String> fields, Json json) {
        Set<String> allowed = new HashSet<>(options.names());
        allowed.addAll(fields);
        return json.asFields().only(allowed);
    }

    private Fill identity(Json.Fields fields) {
        Json how = fields.required(GENERATED);
        List<String> ways = List.of(ALWAYS, BY_DEFAULT);
        if (!ways.contains(how.asText())) {
            throw how.problem(how.describe() + " means nothing here", Suggestions.advice(how.asText(), ways));
        }
        return new Fill.Identity(
                how.asText().equals(ALWAYS),
                options.read(fields),
                fields.field(SEQUENCE).map(names::read));
    }

    private Fill serial(Json.Fields fields) {
        return new Fill.Serial(names.read(fields.required(SEQUENCE)), options.read(fields));
    }

    private static Fill autoIncrement(Json json) {
        if (!json.asFlag()) {
            throw json.problem("auto-increment is true or absent", "remove the field");
        }
        return new Fill.AutoIncrement();
    }

    private Fill generated(Json.Fields fields) {
        return new Fill.Generated(
                expressions.read(fields.required("as")),
                fields.field("stored").map(Json::asFlag).orElse(false));
    }
}
