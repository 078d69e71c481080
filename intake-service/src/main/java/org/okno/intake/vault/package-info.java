/**
 * Personal data under one key a person: seals, opens, finds again without the clear, and erases.
 */
@NullMarked
package org.okno.intake.vault;

import org.jspecify.annotations.NullMarked;
