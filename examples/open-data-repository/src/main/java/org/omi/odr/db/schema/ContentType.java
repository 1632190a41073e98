package org.omi.odr.db.schema;

import dev.decant.dsl.Named;

/** What a piece of content is. */
@Named("contenttype")
public enum ContentType {
    IMAGE,
    VIDEO,
    VOICE,
    MUSIC,
    TEXT
}
