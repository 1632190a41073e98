/** The Open Data Repository's database: one class a table, one enum a type. */
@NullMarked
package org.omi.odr.db.schema;

import org.jspecify.annotations.NullMarked;
