package dev.decant.postgresql.sql;

import dev.decant.model.ObjectName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types and operator classes of common extensions, as far as columns and indexes name them: appendix F of the manual, and the pages of
 * pgvector and PostGIS. They stand without a namespace in the schema, wherever the extension has been put.
 */
public final class PostgresqlExtensionNames {
    private static final Map<String, String> TYPES = read("""
            citext: citext
            cube: cube
            hstore: hstore
            intarray: query_int
            isn: ean13 isbn isbn13 ismn ismn13 issn issn13 upc
            lo: lo
            ltree: ltree lquery ltxtquery
            seg: seg
            vector: vector halfvec sparsevec
            postgis: geometry geography box2d box3d
            postgis_raster: raster
            """);

    private static final Map<String, String> OPERATOR_CLASSES = read("""
            citext: citext_ops citext_pattern_ops
            cube: cube_ops gist_cube_ops
            hstore: btree_hstore_ops gin_hstore_ops gist_hstore_ops hash_hstore_ops
            intarray: gin__int_ops gist__int_ops gist__intbig_ops
            ltree: ltree_ops gist_ltree_ops gist__ltree_ops hash_ltree_ops
            pg_trgm: gin_trgm_ops gist_trgm_ops
            seg: seg_ops gist_seg_ops
            vector: vector_ops vector_l2_ops vector_ip_ops vector_cosine_ops vector_l1_ops
            vector: halfvec_ops halfvec_l2_ops halfvec_ip_ops halfvec_cosine_ops halfvec_l1_ops
            vector: sparsevec_ops sparsevec_l2_ops sparsevec_ip_ops sparsevec_cosine_ops sparsevec_l1_ops
            vector: bit_hamming_ops bit_jaccard_ops
            postgis: gist_geometry_ops_2d gist_geometry_ops_nd gist_geography_ops spgist_geometry_ops_2d
            postgis: brin_geometry_inclusion_ops_2d
            """);

    private PostgresqlExtensionNames() {}

    private static Map<String, String> read(String lines) {
        Map<String, String> extensions = new HashMap<>();
        for (String line : lines.strip().split("\n", -1)) {
            String[] halves = line.strip().split(": ", -1);
            Arrays.stream(halves[1].split(" ", -1)).forEach(name -> extensions.put(name, halves[0]));
        }
        return Map.copyOf(extensions);
    }

    /** The extension that has a type of that name. */
    public static Optional<String> ofType(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** The name of an extension's type: without its namespace when it is found from anywhere or known to be of its extension. */
    public static ObjectName type(String namespace, String type) {
        boolean plain = namespace.equals("public") || TYPES.containsKey(type);
        return plain ? ObjectName.of(type) : ObjectName.of(namespace, type);
    }

    /** The extension that has an operator class of that name. */
    public static Optional<String> ofOperatorClass(String operatorClass) {
        return Optional.ofNullable(OPERATOR_CLASSES.get(operatorClass));
    }
}
