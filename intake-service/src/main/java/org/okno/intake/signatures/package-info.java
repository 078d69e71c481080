/** Signed requests of channels: a shared secret proves who sent what, and nothing is sent twice. */
@NullMarked
package org.okno.intake.signatures;

import org.jspecify.annotations.NullMarked;
