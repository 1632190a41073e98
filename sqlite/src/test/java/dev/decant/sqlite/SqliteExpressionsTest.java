package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteExpressionsTest {
    private static final NameScope PEOPLE =
            NameScope.of("people", List.of("id", "fullName", "age", "order", "key", "first name"));

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    age>0                                   ¦ age > 0
                    ((AGE > 0))                             ¦ age > 0
                    (age > 0) AND (id > 0)                  ¦ (age > 0) AND (id > 0)
                    people.age is not null                  ¦ age IS NOT NULL
                    "People"."AGE" /* years */ > - 1        ¦ age > -1
                    age == 1 or age != 2                    ¦ age = 1 OR age <> 2
                    fullname <> ''                          ¦ fullName <> ''
                    [order] = `key` + [first name]          ¦ "order" = "key" + "first name"
                    LENGTH ( fullName )>=1                  ¦ length(fullName) >= 1
                    fullName = "some text"                  ¦ fullName = 'some text'
                    cast(age as varchar(20)) like 'a%'      ¦ CAST(age AS VARCHAR (20)) LIKE 'a%'
                    fullName collate nocase = x'0a'         ¦ fullName COLLATE NOCASE = X'0A'
                    coalesce(age,-1,  - -2)                 ¦ coalesce(age, -1, - -2)
                    age in (1,2 , 3)and id between 1 and 2  ¦ age IN (1, 2, 3) AND id BETWEEN 1 AND 2
                    case when age>1 then null else -age end ¦ CASE WHEN age > 1 THEN NULL ELSE -age END
                    age - 1 > 0                             ¦ age - 1 > 0
                    rowid > 0 AND age IS true               ¦ rowid > 0 AND age IS TRUE
                    fullName || 'x' -> '$.y'                ¦ fullName || 'x' -> '$.y'
                    """)
    void spellings_of_one_thing_become_one_text(String typed, String canonical) {
        assertThat(SqliteExpressions.canonical(typed, PEOPLE)).isEqualTo(canonical);
        assertThat(SqliteExpressions.canonical(canonical, PEOPLE)).isEqualTo(canonical);
    }

    @Test
    void a_name_in_double_quotes_that_is_no_column_is_a_string() {
        assertThat(SqliteExpressions.canonical("age = \"it's\"", PEOPLE)).isEqualTo("age = 'it''s'");
    }
}
