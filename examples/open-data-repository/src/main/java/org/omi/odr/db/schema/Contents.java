package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;
import java.util.List;

/** One piece of content: an image, a film, a voice, a tune or a text. */
public final class Contents extends PgTable {
    public static final Contents CONTENTS = new Contents();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> name = varchar();
    public final Column<ContentType> type = enumeration(ContentType.class);
    public final Column<String> hash = varchar();
    public final Column<String> phash = varchar();
    public final Column<Integer> width = integer();
    public final Column<Integer> height = integer();
    public final Column<String> format = varchar();
    public final Column<Integer> size = integer();
    public final Column<ContentStatus> status = enumeration(ContentStatus.class);
    public final Column<String> license = varchar();
    public final Column<String> licenseUrl = varchar();
    public final Column<Integer> flags = integer();
    public final Column<String> meta = json();
    public final Contributor from = include("from_", new Contributor());
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz();
    public final Column<List<String>> url = text().array();

    public final Index byId = index("ix_contents_id").on(id);
    public final Index byHash = index("ix_contents_hash").on(hash);
    public final Index byPhash = index("ix_contents_phash").on(phash);
}
