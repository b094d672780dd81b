<?php
/**
 * A theme that draws the shipping methods its own way.
 */

declare( strict_types=1 );
