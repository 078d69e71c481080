/**
 * The triage desk: needs that no rule could place, with guesses and reasons, until a dispatcher has
 * given them to agencies.
 */
@NullMarked
package org.okno.routing.triage;

import org.jspecify.annotations.NullMarked;
