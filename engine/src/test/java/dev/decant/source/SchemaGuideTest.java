package dev.decant.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Declaration;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes in the guide are a schema. */
class SchemaGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("public (?:final class|enum) (\\w+)");

    @TempDir
    private Path project;

    @Test
    void every_class_of_the_guide_compiles_and_belongs_to_one_schema() throws IOException {
        Path folder = Files.createDirectory(project.resolve("db"));
        Matcher blocks = BLOCK.matcher(
                Files.readString(GUIDE.resolve("schema.md")) + Files.readString(GUIDE.resolve("schema-objects.md")));
        while (blocks.find()) {
            Matcher name = NAME.matcher(blocks.group(1));
            assertThat(name.find()).isTrue();
            Files.writeString(folder.resolve(name.group(1) + ".java"), whole(blocks.group(1)));
        }

        Declaration declaration = new JavaSourceFolder(folder, List.of(), project.resolve("cache")).declaration();
        assertThat(declaration.schema().tables().keySet())
                .containsExactlyInAnyOrder(
                        ObjectName.of("audit", "readings"),
                        ObjectName.of("public", "letters"),
                        ObjectName.of("public", "measures"),
                        ObjectName.of("public", "measures2026"),
                        ObjectName.of("public", "notes"),
                        ObjectName.of("public", "posts"),
                        ObjectName.of("public", "stays"),
                        ObjectName.of("public", "users"));
        assertThat(declaration.schema().objects().keySet())
                .extracting(ObjectKey::toString)
                .containsExactlyInAnyOrder(
                        "aggregate public.total(integer)",
                        "collation public.german",
                        "composite public.address",
                        "default privileges audit.postgres on TABLES",
                        "default privileges postgres on FUNCTIONS",
                        "domain public.email",
                        "enum public.status",
                        "event trigger watching",
                        "extension pg_trgm",
                        "extension vector",
                        "materialized view public.totals",
                        "operator public.\"===\"(integer, integer)",
                        "owner audit on schema",
                        "policy public.no_deletes on public.letters",
                        "policy public.own on public.letters",
                        "privileges audit on schema",
                        "privileges public.invoice_numbers on sequence",
                        "privileges public.letters on table",
                        "range public.span",
                        "role clerk",
                        "role shop_app",
                        "routine public.archive(date)",
                        "routine public.order_total(bigint, integer)",
                        "routine public.touch()",
                        "rule public.keep_paid on orders",
                        "rule public.write on active_users",
                        "schema audit",
                        "sequence public.invoice_numbers",
                        "server there",
                        "trigger public.touch on notes",
                        "view public.active_users",
                        "view public.chain");
    }

    /** A block that shows a class without the lines above it stands in the package of the others. */
    private static String whole(String block) {
        return block.startsWith("package ") ? block : "package com.acme.db;\n\nimport dev.decant.dsl.*;\n\n" + block;
    }
}
