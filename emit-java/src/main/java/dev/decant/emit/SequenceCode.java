package dev.decant.emit;

import dev.decant.model.Reference;
import dev.decant.model.sequence.Sequence;
import java.util.List;

/** Sequences that stand by themselves. */
final class SequenceCode implements ObjectCode<Sequence> {
    @Override
    public Class<Sequence> type() {
        return Sequence.class;
    }

    @Override
    public String fieldType() {
        return "Sequence";
    }

    @Override
    public Chain chain(Sequence sequence, String field, FileCode file) {
        Chain chain = ObjectNames.begin("sequence", sequence.name(), field);
        switch (sequence.type().toString()) {
            case "smallint" -> chain.call("asSmallint");
            case "integer" -> chain.call("asInteger");
            default -> {}
        }
        NumbersCode.add(sequence.options(), chain);
        chain.callIf(sequence.unlogged(), "unlogged");
        sequence.owner().ifPresent(owner -> addOwner(sequence, owner, chain, file));
        return chain.comment(sequence.comment());
    }

    private static void addOwner(Sequence sequence, Reference.ToColumn owner, Chain chain, FileCode file) {
        if (file.has(owner.table(), List.of(owner.column()))) {
            chain.call("ownedBy", file.supplier(owner.table(), owner.column()));
        } else {
            file.lackTable("the sequence " + sequence.name(), "belongs to a column of", owner.table());
        }
    }
}
