/**
 * Mappings of a channel's messages: expressions in JSONata, evaluated within bounds of time, depth
 * and memory.
 */
@NullMarked
package org.okno.intake.mapping;

import org.jspecify.annotations.NullMarked;
