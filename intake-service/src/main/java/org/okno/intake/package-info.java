/** Takes requests for help in, once each, and keeps what they say of persons sealed. */
@NullMarked
package org.okno.intake;

import org.jspecify.annotations.NullMarked;
