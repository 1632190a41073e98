package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final Path BASE = Path.of("/project");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://h/db                            | jdbc:postgresql://h/db                           | postgresql://h/db
            postgresql://h:5433/db                     | jdbc:postgresql://h:5433/db                      | postgresql://h:5433/db
            POSTGRES://h/db                            | jdbc:postgresql://h/db                           | postgresql://h/db
            postgres://u@h/db                          | jdbc:postgresql://h/db                           | postgresql://u@h/db
            postgres://u:hunter2@h/db                  | jdbc:postgresql://h/db                           | postgresql://u@h/db
            postgres://u:hunter2@h:1/db?sslmode=require | jdbc:postgresql://h:1/db?sslmode=require        | postgresql://u@h:1/db
            postgres://a,b:2,c/db                      | jdbc:postgresql://a,b:2,c/db                     | postgresql://a,b:2,c/db
            postgres://[::1]/db                        | jdbc:postgresql://[::1]/db                       | postgresql://[::1]/db
            postgres://u@[fe80::1%25eth0]:5432,h/db    | jdbc:postgresql://[fe80::1%25eth0]:5432,h/db     | postgresql://u@[fe80::1%25eth0]:5432,h/db
            postgres://my_host.example-x.org/db        | jdbc:postgresql://my_host.example-x.org/db       | postgresql://my_host.example-x.org/db
            postgres://h/a%2Fb%20c                     | jdbc:postgresql://h/a%2Fb%20c                    | postgresql://h/a%2Fb%20c
            postgres://h/Ä                             | jdbc:postgresql://h/%C3%84                       | postgresql://h/%C3%84
            postgres:///db?host=h&port=1               | jdbc:postgresql://h:1/db                         | postgresql://h:1/db
            postgres://h?dbname=db                     | jdbc:postgresql://h/db                           | postgresql://h/db
            postgres://h/db?connect_timeout=5          | jdbc:postgresql://h/db?connectTimeout=5          | postgresql://h/db
            postgres://h/db?application_name=a+b       | jdbc:postgresql://h/db?ApplicationName=a%2Bb     | postgresql://h/db
            postgres://h/db?target_session_attrs=read-write | jdbc:postgresql://h/db?targetServerType=primary | postgresql://h/db
            postgres://h/db?options=-c%20x%3Dy&ssl     | jdbc:postgresql://h/db?options=-c%20x%3Dy&ssl    | postgresql://h/db
            postgres://h/db?user=u&password=hunter2    | jdbc:postgresql://h/db                           | postgresql://u@h/db
            jdbc:postgresql://h/db                     | jdbc:postgresql://h/db                           | postgresql://h/db
            jdbc:postgresql:db                         | jdbc:postgresql://localhost/db                   | postgresql://localhost/db
            jdbc:postgresql:///db                      | jdbc:postgresql://localhost/db                   | postgresql://localhost/db
            JDBC:PostgreSQL://h/db                     | jdbc:postgresql://h/db                           | postgresql://h/db
            jdbc:postgresql://h/db?user=u&password=hunter2&sslmode=require | jdbc:postgresql://h/db?sslmode=require | postgresql://u@h/db
            jdbc:postgresql://h/db?ApplicationName=a+b | jdbc:postgresql://h/db?ApplicationName=a%20b     | postgresql://h/db
            jdbc:postgresql://u:hunter2@h/db           | jdbc:postgresql://h/db                           | postgresql://u@h/db
            mysql://u:hunter2@h:3307/db?ssl-mode=REQUIRED | jdbc:mysql://h:3307/db?sslMode=REQUIRED       | mysql://u@h:3307/db
            jdbc:mysql://u:hunter2@h/db?password=x     | jdbc:mysql://h/db                                | mysql://u@h/db
            jdbc:mysql:loadbalance://a,b/db            | jdbc:mysql:loadbalance://a,b/db                  | mysql://a,b/db
            jdbc:mysql://address=(host=a)(port=1)/db   | jdbc:mysql://address=(host=a)(port=1)/db         | mysql://address=(host=a)(port=1)/db
            mariadb://u:hunter2@h/db                   | jdbc:mariadb://h/db                              | mariadb://u@h/db
            jdbc:mariadb://h/my db?x=a+b&password=hunter2 | -                                             | -
            jdbc:mariadb://h/db?x=a+b&password=hunter2 | jdbc:mariadb://h/db?x=a+b                        | mariadb://h/db
            mariadb://h/a%C3%84?x=a%2Bb                | jdbc:mariadb://h/aÄ?x=a+b                        | mariadb://h/a%C3%84
            sqlite:file.db                             | jdbc:sqlite:/project/file.db                     | sqlite:file.db
            sqlite:./a/../file.db                      | jdbc:sqlite:/project/file.db                     | sqlite:./a/../file.db
            sqlite:/tmp/my file.db                     | jdbc:sqlite:/tmp/my file.db                      | sqlite:/tmp/my file.db
            sqlite::memory:                            | jdbc:sqlite::memory:                             | sqlite::memory:
            sqlite:file:x?mode=memory&cache=shared     | jdbc:sqlite:file:x?mode=memory&cache=shared      | sqlite:file:x
            jdbc:sqlite:file.db?foreign_keys=on&key=hunter2 | jdbc:sqlite:/project/file.db?foreign_keys=on | sqlite:file.db
            """)
    void a_url_is_understood(String url, String jdbcUrl, String display) {
        if (jdbcUrl.equals("-")) {
            assertThatThrownBy(() -> DatabaseUrl.parse(url, BASE)).isInstanceOf(DecantException.class);
            return;
        }
        DatabaseUrl.Jdbc read = jdbc(url);
        assertThat(read.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(read.display()).isEqualTo(display);
        assertThat(read).hasToString(display);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            postgres://h/db                                     | -    | -
            postgres://u@h/db                                   | u    | -
            postgres://u:@h/db                                  | u    | -
            postgres://:p@h/db                                  | -    | p
            postgres://u:p:q@h/db                               | u    | p:q
            postgres://u:p@q@h/db                               | u    | p@q
            postgres://a%40b:p%2Fq%3F%23%25@h/db                | a@b  | p/q?#%
            postgres://u:a+b@h/db                               | u    | a+b
            postgres://%C3%A9:%F0%9F%98%80@h/db                 | é    | 😀
            postgres://u:p@h/db?user=v&password=q               | v    | q
            postgres://u:p@h/db?password=a%26b                  | u    | a&b
            jdbc:postgresql://h/db?user=a%40b&password=p+q%2B   | a@b  | p q+
            jdbc:mysql://h/db?password=p+q%2B&user=r            | r    | p q+
            jdbc:mariadb://h/db?user=a%40b&password=p+q%2B      | a%40b | p+q%2B
            jdbc:mysql://address=(host=a)(port=1)/db?user=u     | u    | -
            """)
    void user_and_password_are_taken_out(String url, String user, String password) {
        assertThat(jdbc(url).user()).isEqualTo(Optional.ofNullable(user));
        assertThat(jdbc(url).password().map(Secret::reveal)).isEqualTo(Optional.ofNullable(password));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://h/db       | postgresql | db
            jdbc:postgresql:a%20b | postgresql | a b
            mysql://h/db          | mysql      | db
            mariadb://h/db        | mariadb    | db
            sqlite:dir/file.db    | sqlite     | dir/file.db
            sqlite::memory:       | sqlite     | :memory:
            """)
    void dialect_and_database_are_known(String url, String dialect, String database) {
        assertThat(jdbc(url).dialect()).isEqualTo(dialect);
        assertThat(jdbc(url).database()).isEqualTo(database);
    }

    @Test
    void other_secret_parameters_become_properties() {
        DatabaseUrl.Jdbc url = jdbc("postgres://u:p@h/db?sslkey=client.pk8&sslpassword=hunter2&sslmode=verify-full");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h/db?sslkey=client.pk8&sslmode=verify-full");
        assertThat(url.properties()).isEqualTo(Map.of("user", "u", "password", "p", "sslpassword", "hunter2"));
        assertThat(jdbc("jdbc:mysql://h/db?trustCertificateKeyStorePassword=hunter2")
                        .properties())
                .isEqualTo(Map.of("trustCertificateKeyStorePassword", "hunter2"));
        assertThat(jdbc("sqlite:x.db?hexkey=hunter2").properties()).isEqualTo(Map.of("hexkey", "hunter2"));
    }

    @Test
    void the_same_database_is_recognised() {
        DatabaseUrl.Jdbc url = jdbc("postgres://u:p@H:5432/db?sslmode=require");

        assertThat(url.isSameDatabase(jdbc("jdbc:postgresql://h/db"))).isTrue();
        assertThat(url.isSameDatabase(jdbc("postgres://h:5433/db"))).isFalse();
        assertThat(url.isSameDatabase(jdbc("postgres://h/other"))).isFalse();
        assertThat(jdbc("sqlite:a.db").isSameDatabase(jdbc("sqlite:./a.db"))).isTrue();
        assertThat(jdbc("sqlite:a.db").isSameDatabase(url)).isFalse();
        assertThat(url.isSameDatabase(jdbc("sqlite:a.db"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            embedded:postgresql                | -    | -   | embedded:postgresql
            embedded:postgres                  | -    | -   | embedded:postgresql
            embedded:postgresql/odr            | -    | odr | embedded:postgresql/odr
            embedded:postgresql?version=15     | 15   | -   | embedded:postgresql?version=15
            embedded:postgresql/odr?version=17.4 | 17.4 | odr | embedded:postgresql/odr?version=17.4
            """)
    void an_embedded_server_has_a_version_and_a_database(String url, String version, String database, String display) {
        assertThat(DatabaseUrl.parse(url, BASE))
                .isEqualTo(new DatabaseUrl.Embedded(
                        "postgresql", Optional.ofNullable(version), Optional.ofNullable(database)))
                .hasToString(display);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            hunter2                               | DCT-110 this is not the URL of a database; write postgres://user@host/database, sqlite:file.db, or a JDBC URL
            //h/hunter2                           | DCT-110 this is not the URL of a database
            postgre://u:hunter2@h/db              | DCT-111 the URL is of an unknown kind of database, postgre:; did you mean postgres:?
            postgresql+psycopg2://u:hunter2@h/db  | DCT-111 the URL is of an unknown kind of database, postgresql+psycopg2:; did you mean postgresql:?
            mysq1://u:hunter2@h/db                | DCT-111 the URL is of an unknown kind of database, mysq1:; did you mean mysql:?
            sqlite3:hunter2.db                    | DCT-111 the URL is of an unknown kind of database, sqlite3:; did you mean sqlite:?
            oracle://u:hunter2@h/db               | DCT-111 the URL is of an unknown kind of database; known are: postgresql: postgres: mysql: mariadb: sqlite: embedded: jdbc:
            jdbc:postgres://h/db?password=hunter2 | DCT-111 the URL is of an unknown kind of database, jdbc:postgres:; did you mean jdbc:postgresql:?
            jdbc:sqlserver://h;password=hunter2   | DCT-111 the URL is of an unknown kind of database; known are: jdbc:postgresql: jdbc:mysql: jdbc:mariadb: jdbc:sqlite:
            u:hunter2@h/db                        | DCT-111 the URL is of an unknown kind of database; known
            jdbc:hunter2:x                        | DCT-111 the URL is of an unknown kind of database; known
            jdbc:                                 | DCT-111 the URL is of an unknown kind of database
            embedded:mysql                        | DCT-111 this kind of database cannot be embedded; embedded:postgresql can
            embedded:                             | DCT-111 this kind of database cannot be embedded
            embedded:postgresql?password=hunter2  | DCT-110 the URL has a parameter that an embedded database does not know; the only one is ?version=17
            embedded:postgresql?version=hunter2   | DCT-110 the version in the URL is not a number; write it like ?version=17 or ?version=17.4
            postgres:h/db                         | DCT-110 postgres: is not followed by //; write postgres://user@host/database
            postgres://                           | DCT-110 the URL names no host; write postgresql://user@host/database
            postgres:///db                        | DCT-110 the URL names no host
            postgres://u:hunter2@/db              | DCT-110 the URL names no host
            postgres://h                          | DCT-110 the URL names no database; write postgresql://user@host/database
            postgres://u:hunter2@h/               | DCT-110 the URL names no database
            postgres://h/?sslmode=require         | DCT-110 the URL names no database
            postgres://h/a/hunter2                | DCT-110 the URL has more than one / after the host
            postgres://h/db/                      | DCT-110 the URL has more than one / after the host
            postgres://u:hunter2/x@h/db           | DCT-110 the URL has an @ or # after its first slash; write special characters of a user or password percent-encoded
            postgres://u:hunter2#x@h/db           | DCT-110 the URL has an @ or # after its first slash
            postgres://u:hunter2?x@h/db           | DCT-110 the URL has a port that is not a number from 1 to 65535; write special characters
            postgres://u:hunter2 x@h/db           | DCT-110 the URL has a space or a control character; write a space as %20
            postgres://u:hunter2%@h/db            | DCT-110 the password has a % that is not followed by two hexadecimal digits; write % itself as %25
            postgres://u:hunter2%4@h/db           | DCT-110 the password has a %
            postgres://u:hunter2%zz@h/db          | DCT-110 the password has a %
            postgres://u:hunter2%FF@h/db          | DCT-110 the password is not percent-encoded UTF-8
            postgres://hunter2%zz@h/db            | DCT-110 the user has a %
            postgres://h/hunter2%zz               | DCT-110 the name of the database has a %
            postgres://h/db?x=hunter2%zz          | DCT-110 the value of a parameter has a %
            postgres://h:hunter2/db               | DCT-110 the URL has a port that is not a number from 1 to 65535
            postgres://h:/db                      | DCT-110 the URL has a port that is not a number from 1 to 65535
            postgres://h:0/db                     | DCT-110 the URL has a port
            postgres://h:65536/db                 | DCT-110 the URL has a port
            postgres://:5432/db                   | DCT-110 the URL names no host before a port or a comma
            postgres://a,,b/db                    | DCT-110 the URL names no host before a port or a comma
            postgres://a,/db                      | DCT-110 the URL names no host before a port or a comma
            postgres://::1/db                     | DCT-110 the URL names no host before a port or a comma
            postgres://fe80::1/db                 | DCT-110 the URL has a host with several colons; write an IPv6 address in brackets, [::1]
            postgres://[::1/db                    | DCT-110 the URL has a host with characters that no host has
            postgres://[hunter2]/db               | DCT-110 the URL has a host with characters that no host has
            postgres://h!hunter2/db               | DCT-110 the URL has a host with characters that no host has
            postgres://%2Fvar%2Frun/db            | DCT-110 the URL names a Unix socket, which Java drivers do not know; name a host and a port
            postgres:///db?host=/var/run          | DCT-110 the URL names a Unix socket
            jdbc:postgresql:                      | DCT-110 the URL names no database
            jdbc:postgresql:/                     | DCT-110 the URL names no database
            jdbc:postgresql://h/                  | DCT-110 the URL names no database
            jdbc:postgresql://h/db;password=hunter2 | DCT-110 the URL has a ; after the database; write parameters as ?name=value&name=value
            jdbc:postgresql://u:hunter2/x@h/db    | DCT-110 the URL has an @ after its first slash
            jdbc:mysql:h/db                       | DCT-110 jdbc:mysql: is not followed by //; write jdbc:mysql://host/database
            jdbc:mysql://address=(host=a)(password=hunter2)/db | DCT-110 the URL has a user or password inside a host
            jdbc:mysql://(host=a,user=hunter2)/db | DCT-110 the URL has a user or password inside a host
            mariadb://h/db?x=hunter2%26           | DCT-110 the value of a parameter has a & or ?, which this database's driver cannot be given
            sqlite:                               | DCT-110 the URL names no file; write sqlite:file.db or sqlite::memory:
            sqlite:?x=hunter2                     | DCT-110 the URL names no file
            sqlite:///hunter2.db                  | DCT-110 sqlite: is followed by //, but it takes a path; write sqlite:file.db, or sqlite:/folder/file.db for an absolute path
            """)
    void a_wrong_url_is_refused_without_repeating_it(String url, String message) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url, BASE))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {" postgres://h/db ", "postgres://h/db\n"})
    void white_space_around_a_url_does_not_matter(String url) {
        assertThat(jdbc(url).jdbcUrl()).isEqualTo("jdbc:postgresql://h/db");
    }

    private static DatabaseUrl.Jdbc jdbc(String url) {
        return (DatabaseUrl.Jdbc) DatabaseUrl.parse(url, BASE);
    }
}
