/**
 * Rebuilds what this service keeps from the topics, beside the running tables, and puts it in their
 * place.
 */
@NullMarked
package org.okno.casework.rebuilding;

import org.jspecify.annotations.NullMarked;
