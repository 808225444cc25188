import type { Theme } from 'vitepress'
import { defineAsyncComponent } from 'vue'
import DefaultTheme from 'vitepress/theme-without-fonts'
import CheckResult from './components/CheckResult.vue'
import ExerciseActions from './components/ExerciseActions.vue'
import ExerciseNote from './components/ExerciseNote.vue'
import ExerciseProblem from './components/ExerciseProblem.vue'
import ExerciseState from './components/ExerciseState.vue'
import LessonReview from './components/LessonReview.vue'
import FilePath from './components/FilePath.vue'
import WorkbookLayout from './components/WorkbookLayout.vue'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/navigation.css'
import './styles/page.css'
import './styles/diagrams.css'
import './styles/code.css'
import './styles/exercise.css'
import './styles/scene.css'
import './styles/print.css'

export default {
  extends: DefaultTheme,
  Layout: WorkbookLayout,
  enhanceApp({ app }) {
    // What an exercise is made of: docs/.vitepress/markdown/exercises.ts writes these into the pages.
    const parts = {
      ExerciseNote,
      FilePath,
      // A build has none of these: see `live` in docs/.vitepress/markdown/tokens.ts.
      ...(import.meta.hot && {
        CheckResult,
        ExerciseActions,
        ExerciseProblem,
        ExerciseState,
        LessonReview,
        WorkbookScene: defineAsyncComponent(() => import('./stage/WorkbookScene.vue')),
      }),
    }
    for (const [name, part] of Object.entries(parts)) app.component(name, part)
    // Only pages with a question bring it.
    app.component(
      'WorkbookQuiz',
      defineAsyncComponent(() => import('./components/WorkbookQuiz.vue')),
    )
  },
} satisfies Theme
