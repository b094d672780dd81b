/**
 * The locator in the editor: its settings, and a picture in place of the map. Nothing is asked of Sendcloud here.
 */
import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import { registerBlockType, type BlockConfiguration } from '@wordpress/blocks';
import {
	FormTokenField,
	PanelBody,
	RangeControl,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { ReactComponent as Icon } from '../../assets/images/service-point.svg';
import metadata from './block.json';
import { countryName, countryOptions } from './countries';
import './editor.scss';

type Attributes = {
	/** `''`: the shop's. */
	country: string;
	carriers: string[];
	address: string;
	height: number;
};

interface Props {
	attributes: Attributes;
	setAttributes: ( changed: Partial< Attributes > ) => void;
}

const current = {
	__next40pxDefaultSize: true,
	__nextHasNoMarginBottom: true,
};

function Settings( { attributes, setAttributes }: Props ) {
	return (
		<InspectorControls>
			<PanelBody title={ __( 'Search', 'sendcloud-service-points' ) }>
				<SelectControl
					{ ...current }
					label={ __( 'Country', 'sendcloud-service-points' ) }
					value={ attributes.country }
					options={ [
						{
							value: '',
							label: __(
								'The country of the shop',
								'sendcloud-service-points'
							),
						},
						...countryOptions(),
					] }
					onChange={ ( country ) => setAttributes( { country } ) }
				/>
				<TextControl
					{ ...current }
					label={ __( 'First address', 'sendcloud-service-points' ) }
					help={ __(
						'Where the search starts, e.g. your city. Visitors can search elsewhere.',
						'sendcloud-service-points'
					) }
					value={ attributes.address }
					onChange={ ( address ) => setAttributes( { address } ) }
				/>
				<FormTokenField
					{ ...current }
					label={ __( 'Carriers', 'sendcloud-service-points' ) }
					value={ attributes.carriers }
					onChange={ ( carriers ) =>
						setAttributes( { carriers: carriers.map( String ) } )
					}
				/>
				<p>
					{ __(
						'Sendcloud’s carrier codes, e.g. postnl. Empty: all carriers.',
						'sendcloud-service-points'
					) }
				</p>
			</PanelBody>
			<PanelBody title={ __( 'Appearance', 'sendcloud-service-points' ) }>
				<RangeControl
					{ ...current }
					label={ __(
						'Height in pixels',
						'sendcloud-service-points'
					) }
					value={ attributes.height }
					min={ 320 }
					max={ 1200 }
					step={ 20 }
					onChange={ ( height = 640 ) => setAttributes( { height } ) }
				/>
			</PanelBody>
		</InspectorControls>
	);
}

function Edit( { attributes, setAttributes }: Props ) {
	const { country, address, height } = attributes;
	const place = [ address, country && countryName( country ) ]
		.filter( Boolean )
		.join( ', ' );
	return (
		<>
			<Settings
				attributes={ attributes }
				setAttributes={ setAttributes }
			/>
			<div
				{ ...useBlockProps( {
					className: 'scsp-locator-preview',
					style: { height },
				} ) }
			>
				<p>
					<strong>
						{ __(
							'Service point locator',
							'sendcloud-service-points'
						) }
					</strong>
				</p>
				<p>
					{ place
						? sprintf(
								/* translators: %s: a place. */
								__(
									'Visitors see the service points near %s here.',
									'sendcloud-service-points'
								),
								place
							)
						: __(
								'Visitors search for service points here.',
								'sendcloud-service-points'
							) }
				</p>
			</div>
		</>
	);
}

// TypeScript reads JSON's words as any words.
registerBlockType( metadata as BlockConfiguration< Attributes >, {
	icon: <Icon />,
	edit: Edit,
} );
