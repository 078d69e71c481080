/** What the tests of all modules share; never on the class path of a service that runs. */
@NullMarked
package org.okno.testkit;

import org.jspecify.annotations.NullMarked;
