/** Who may call: an OpenID Connect issuer for one machine. Production has another one. */
@NullMarked
package org.okno.engines.identity;

import org.jspecify.annotations.NullMarked;
