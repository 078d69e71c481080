/**
 * All parts together: which there are, their ports, their passwords, the order in which they start.
 */
@NullMarked
package org.okno.engines.stack;

import org.jspecify.annotations.NullMarked;
