/** Accepts requests for help, each exactly once, and seals what they say about persons. */
@NullMarked
package org.okno.intake;

import org.jspecify.annotations.NullMarked;
