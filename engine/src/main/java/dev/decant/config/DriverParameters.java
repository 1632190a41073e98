package dev.decant.config;

import java.util.Map;
import java.util.Optional;

/**
 * What the parameters of a psql or mysql URL are called by the Java drivers.
 *
 * <p>From the manual of libpq (section 34.1.2, parameter key words) and the documentation of pgjdbc's connection
 * parameters; a name that is not here is the same on both sides or unknown to the driver, which then ignores it.
 */
final class DriverParameters {
    private static final Map<String, String> POSTGRESQL = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "keepalives", "tcpKeepAlive",
            "krbsrvname", "kerberosServerName",
            "load_balance_hosts", "loadBalanceHosts",
            "sslnegotiation", "sslNegotiation",
            "target_session_attrs", "targetServerType");
    private static final Map<String, String> VALUES = Map.of(
            "tcpKeepAlive=1", "true",
            "tcpKeepAlive=0", "false",
            "loadBalanceHosts=random", "true",
            "loadBalanceHosts=disable", "false",
            "targetServerType=read-write", "primary",
            "targetServerType=read-only", "secondary",
            "targetServerType=standby", "secondary",
            "targetServerType=prefer-standby", "preferSecondary");
    private static final Map<String, String> MYSQL = Map.of("ssl-mode", "sslMode", "ssl_mode", "sslMode");

    private DriverParameters() {}

    static Parameters translate(String dialect, Parameters parameters) {
        Map<String, String> names = dialect.equals("postgresql") ? POSTGRESQL : MYSQL;
        return parameters.renamed(entry -> {
            String name = names.getOrDefault(entry.getKey(), entry.getKey());
            Optional<String> value = entry.getValue().map(text -> VALUES.getOrDefault(name + "=" + text, text));
            return Map.entry(name, value);
        });
    }
}
