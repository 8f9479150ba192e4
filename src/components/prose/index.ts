import Cite from './Cite.astro';
import Count from './Count.astro';
import Editors from './Editors.astro';
import Example from './Example.astro';
import FaceToFace from './FaceToFace.astro';
import Others from './Others.astro';
import Paper from './Paper.astro';
import Ref from './Ref.astro';
import Term from './Term.astro';
import Unknown from './Unknown.astro';

/** The components that authors may use in a body (docs/content-model.md). */
export const prose = { Paper, Others, Editors, Unknown, Example, FaceToFace, Ref, Cite, Term, Count };
