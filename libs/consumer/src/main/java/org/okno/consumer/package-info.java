/**
 * Reads topics without losing the place, and names every failure by what can be done: transient
 * (tried again), poison (put aside at once), refusal (the work's own answer, never a failure here).
 */
@NullMarked
package org.okno.consumer;

import org.jspecify.annotations.NullMarked;
