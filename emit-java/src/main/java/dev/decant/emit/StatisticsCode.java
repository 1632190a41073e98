package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.statistics.Statistics;
import java.util.Optional;

/** Extended statistics, in the classes of their tables. */
final class StatisticsCode implements ObjectCode<Statistics> {
    @Override
    public Class<Statistics> type() {
        return Statistics.class;
    }

    @Override
    public Optional<ObjectName> table(Statistics statistics) {
        return Optional.of(statistics.table());
    }

    @Override
    public String fieldType() {
        return "Statistics";
    }

    @Override
    public Chain chain(Statistics statistics, String field, FileCode file) {
        Chain chain = ObjectNames.beginOfPart("statistics", statistics.name(), field);
        if (file.schema().table(statistics.table()).isEmpty()) {
            file.lackTable("the " + statistics.key(), "is about", statistics.table());
            return chain;
        }
        if (!statistics.name().schema().equals(statistics.table().schema())) {
            chain.call("inSchema", JavaText.quoted(statistics.name().schema()));
        }
        TableFields fields = file.names().fieldsOf(statistics.table());
        if (!statistics.columns().isEmpty()) {
            chain.call("on", statistics.columns().stream().map(fields::column).toArray(String[]::new));
        }
        statistics.expressions().forEach(each -> chain.call("on", "sql(" + JavaText.of(each.sql()) + ")"));
        statistics.kinds().forEach(kind -> {
            switch (kind) {
                case NDISTINCT -> chain.call("ndistinct");
                case DEPENDENCIES -> chain.call("dependencies");
                case MCV -> chain.call("mcv");
            }
        });
        statistics.target().ifPresent(target -> chain.call("target", Long.toString(target)));
        return chain.comment(statistics.comment());
    }
}
