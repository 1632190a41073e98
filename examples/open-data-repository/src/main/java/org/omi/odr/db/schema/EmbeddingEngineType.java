package org.omi.odr.db.schema;

import dev.decant.dsl.Named;

/** What an embedding engine understands. */
@Named("embeddingenginetype")
public enum EmbeddingEngineType {
    IMAGE,
    VIDEO,
    VOICE,
    MUSIC,
    TEXT
}
