package dev.decant.studio.data;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RelationIndex;
import dev.decant.database.browsing.RelationKey;
import dev.decant.model.ObjectName;

/** Something with rows, as the page reads it. */
final class RelationJson {
    private RelationJson() {}

    /**
     * A relation.
     *
     * @param sizes whether how large it is is told, which changes all the time
     */
    static Json.Fields of(Relation relation, boolean sizes) {
        FieldsBuilder fields = Json.object()
                .put("schema", relation.name().schema())
                .put("name", relation.name().local())
                .put("kind", relation.kind().words())
                .put("comment", relation.comment())
                .put("partition", relation.partition());
        if (sizes) {
            long rows = relation.estimatedRows();
            fields.put("estimatedRows", rows < 0 ? Json.nothing() : Json.of(rows))
                    .put("bytes", relation.bytes());
        }
        return fields.put("columns", Json.list(relation.columns(), RelationJson::column))
                .put("primaryKey", Json.texts(relation.primaryKey()))
                .put("rowKey", relation.rowKey().<Json>map(Json::texts).orElseGet(Json::nothing))
                .put(
                        "readOnlyReason",
                        relation.readOnlyReason().<Json>map(Json::of).orElseGet(Json::nothing))
                .put("foreignKeys", Json.list(relation.foreignKeys(), RelationJson::leaving))
                .put("referencedBy", Json.list(relation.referencedBy(), RelationJson::coming))
                .put("indexes", Json.list(relation.indexes(), RelationJson::index))
                .build();
    }

    static Json.Fields column(RelationColumn column) {
        return Json.object()
                .put("name", column.name())
                .put("type", column.type())
                .put("base", column.base())
                .put("notNull", column.notNull())
                .put("default", column.defaultValue().isEmpty() ? Json.nothing() : Json.of(column.defaultValue()))
                .put("generated", column.generated())
                .put("identity", column.identity().isEmpty() ? Json.nothing() : Json.of(column.identity()))
                .put("comment", column.comment())
                .put("labels", Json.texts(column.labels()))
                .build();
    }

    private static Json.Fields leaving(RelationKey key) {
        return Json.object()
                .put("name", key.name())
                .put("columns", Json.texts(key.columns()))
                .put("target", name(key.target()))
                .put("targetColumns", Json.texts(key.targetColumns()))
                .put("onDelete", key.onDelete())
                .build();
    }

    private static Json.Fields coming(RelationKey key) {
        return Json.object()
                .put("name", key.name())
                .put("from", name(key.table()))
                .put("columns", Json.texts(key.columns()))
                .put("targetColumns", Json.texts(key.targetColumns()))
                .put("onDelete", key.onDelete())
                .build();
    }

    private static Json.Fields index(RelationIndex index) {
        return Json.object()
                .put("name", index.name())
                .put("definition", index.definition())
                .put("unique", index.unique())
                .put("valid", index.valid())
                .put("columns", Json.texts(index.columns()))
                .build();
    }

    private static Json.Fields name(ObjectName name) {
        return Json.object()
                .put("schema", name.schema())
                .put("name", name.local())
                .build();
    }
}
