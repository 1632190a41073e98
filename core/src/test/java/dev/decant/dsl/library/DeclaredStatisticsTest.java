package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Column;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.Statistics;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.statistics.StatisticsKind;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeclaredStatisticsTest {
    static final class Places extends PgTable {
        public final Column<String> city = text();
        public final Column<String> zipCode = text();

        public final Statistics cityZip = statistics()
                .on(zipCode, city)
                .on(sql("lower({})", city))
                .mcv()
                .ndistinct()
                .dependencies()
                .target(500)
                .inSchema("audit")
                .comment("one decides the other");
    }

    @Test
    void statistics_are_of_the_table_in_whose_class_they_stand() {
        assertThat(Declarations.of(Places.class).schema().objects(dev.decant.model.statistics.Statistics.KIND))
                .containsExactly(new dev.decant.model.statistics.Statistics(
                        ObjectName.of("audit", "city_zip"),
                        ObjectName.of("public", "places"),
                        List.of(StatisticsKind.values()),
                        List.of("city", "zip_code"),
                        List.of(new Expression("lower(city)")),
                        OptionalLong.of(500),
                        "one decides the other"));
    }
}
