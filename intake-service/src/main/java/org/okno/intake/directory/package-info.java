/** Reference data: channels of its own, territories and terms as routing publishes them. */
@NullMarked
package org.okno.intake.directory;

import org.jspecify.annotations.NullMarked;
