/** Okno's services as a client on this machine sees them: plain HTTP and JSON. */
@NullMarked
package org.okno.local.client;

import org.jspecify.annotations.NullMarked;
