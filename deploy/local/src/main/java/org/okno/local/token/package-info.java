/** Tokens for people at a terminal. */
@NullMarked
package org.okno.local.token;

import org.jspecify.annotations.NullMarked;
