/** Who calls, and what the access table lets them do and see; the same in every service. */
@NullMarked
package org.okno.identity;

import org.jspecify.annotations.NullMarked;
