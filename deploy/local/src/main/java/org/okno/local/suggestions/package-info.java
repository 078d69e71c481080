/** The models of the running stack that recognize needs in texts. */
@NullMarked
package org.okno.local.suggestions;

import org.jspecify.annotations.NullMarked;
