/**
 * The rules by which a need finds its agency: plain objects, listed by name and version. Each
 * answer says why; what no rule can answer is held with guesses, never guessed.
 */
@NullMarked
package org.okno.routing.policy;

import org.jspecify.annotations.NullMarked;
