/**
 * The triage desk: needs that no rule could assign, with candidates and reasons, until a dispatcher
 * has assigned them.
 */
@NullMarked
package org.okno.routing.triage;

import org.jspecify.annotations.NullMarked;
