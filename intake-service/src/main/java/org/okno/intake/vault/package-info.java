/**
 * Personal data under one data key a person: sealed, opened, found again by keyed hashes, erased.
 */
@NullMarked
package org.okno.intake.vault;

import org.jspecify.annotations.NullMarked;
