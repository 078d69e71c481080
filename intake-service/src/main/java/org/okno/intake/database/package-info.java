/** Transactions over the service's database. */
@NullMarked
package org.okno.intake.database;

import org.jspecify.annotations.NullMarked;
