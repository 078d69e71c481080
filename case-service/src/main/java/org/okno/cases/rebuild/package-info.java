/** A program that rebuilds the tables of this service from the topics while it is stopped. */
@NullMarked
package org.okno.cases.rebuild;

import org.jspecify.annotations.NullMarked;
