/** Transactions over the service's database. */
@NullMarked
package org.okno.casework.database;

import org.jspecify.annotations.NullMarked;
