package dev.decant.dsl.library;

import static dev.decant.dsl.library.Users.USERS;

import dev.decant.dsl.Check;
import dev.decant.dsl.Column;
import dev.decant.dsl.Index;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;
import java.util.List;

/** One piece of content and where it came from. */
public final class Contents extends PgTable {
    public static final Contents CONTENTS = new Contents();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> hash = varchar();
    public final Column<ContentType> type = enumeration(ContentType.class);
    public final Column<Integer> fromUserId =
            integer().references(() -> USERS.id).onDelete(SET_NULL);
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<List<String>> url = text().array();
    public final Column<float[]> embedding = vector(512);

    public final Index byHash = index("ix_contents_hash").on(hash);
    public final Index byEmbedding = index().using("hnsw").on(embedding.op("vector_cosine_ops"));
    public final Check positive = check("contents_size_positive", "size > 0");
}
