/** The service's database: Jdbi in the current transaction, and inserts in batches. */
@NullMarked
package org.okno.sql;

import org.jspecify.annotations.NullMarked;
