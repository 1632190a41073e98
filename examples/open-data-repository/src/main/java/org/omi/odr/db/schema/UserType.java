package org.omi.odr.db.schema;

import dev.decant.dsl.Label;
import dev.decant.dsl.Named;

/** Who acts: a person or a program. */
@Named("usertype")
public enum UserType {
    @Label("user")
    USER,
    @Label("bot")
    BOT
}
