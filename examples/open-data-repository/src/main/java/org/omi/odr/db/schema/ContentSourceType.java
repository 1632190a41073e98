package org.omi.odr.db.schema;

import dev.decant.dsl.Named;

/** Where a source keeps its content. */
@Named("contentsourcetype")
public enum ContentSourceType {
    URL,
    PATH,
    HUGGING_FACE
}
