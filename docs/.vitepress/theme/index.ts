import type { Theme } from 'vitepress'
import { defineAsyncComponent } from 'vue'
import DefaultTheme from 'vitepress/theme-without-fonts'
import CheckResult from './panel/CheckResult.vue'
import ExerciseActions from './panel/ExerciseActions.vue'
import ExerciseNote from './panel/ExerciseNote.vue'
import ExerciseProblem from './panel/ExerciseProblem.vue'
import ExerciseState from './panel/ExerciseState.vue'
import FilePath from './shared/FilePath.vue'
import WorkbookLayout from './layout/WorkbookLayout.vue'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/navigation.css'
import './styles/page.css'
import './styles/diagrams.css'
import './styles/code.css'
import './styles/exercise.css'
import './styles/quiz.css'
import './styles/scene.css'
import './styles/print.css'

export default {
  extends: DefaultTheme,
  Layout: WorkbookLayout,
  enhanceApp({ app }) {
    // The components of an exercise: docs/.vitepress/markdown/exercises.ts writes these into the pages.
    const parts = {
      ExerciseNote,
      FilePath,
      // A build has none of these: see `live` in docs/.vitepress/markdown/tokens.ts.
      ...(import.meta.hot && {
        CheckResult,
        ExerciseActions,
        ExerciseProblem,
        ExerciseState,
        // It comes with the list of all lessons.
        LessonReview: defineAsyncComponent(() => import('./progress/LessonReview.vue')),
        WorkbookPlan: defineAsyncComponent(() => import('./plan/WorkbookPlan.vue')),
        WorkbookScene: defineAsyncComponent(() => import('./stage/WorkbookScene.vue')),
      }),
    }
    for (const [name, part] of Object.entries(parts)) app.component(name, part)
  },
} satisfies Theme
