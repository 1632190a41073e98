/** Tests that the Open Data Repository's schema and migrations are what its database really is. */
@NullMarked
package org.omi.odr.db;

import org.jspecify.annotations.NullMarked;
