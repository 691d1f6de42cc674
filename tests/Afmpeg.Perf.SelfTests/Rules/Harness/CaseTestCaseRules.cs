using System.Reflection;
using Afmpeg.Perf.Tests.Specs;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class CaseTestCaseRules
{
    private static readonly string Key = MeasuredRun.Matrix.Cases[^1].Id;

    [Fact]
    public void A_row_has_the_traits_of_its_case()
    {
        var traits = Row(Key).Traits.SelectMany(trait => trait.Value.Select(value => (trait.Key, value)));

        traits.Should().BeEquivalentTo(CaseTraits.Declared.Of(MeasuredRun.Matrix.Cases[^1]));
    }

    [Fact]
    public void A_row_keeps_its_traits_and_its_name_when_it_is_serialized()
    {
        var restored = SerializationHelper.Deserialize<IXunitTestCase>(SerializationHelper.Serialize(Row(Key)));

        restored.Traits.Should().BeEquivalentTo(Row(Key).Traits).And.NotBeEmpty();
        restored.DisplayName.Should().EndWith($"(\"{Key}\")");
    }

    [Fact]
    public void Every_theory_over_cases_is_a_case_theory()
    {
        var theories = typeof(OutputSpec).Assembly.GetTypes().Where(type => type.Namespace == typeof(OutputSpec).Namespace)
            .SelectMany(type => type.GetMethods()).Where(method => method.GetParameters() is [{ Name: "caseId" }]);

        theories.Should().NotBeEmpty().And.OnlyContain(method =>
            method.IsDefined(typeof(CaseTheoryAttribute), false), "only those have traits to select by");
    }

    [Fact]
    public void The_specification_measures_with_nothing_running_beside_it() =>
        typeof(OutputSpec).Assembly.GetCustomAttribute<CollectionBehaviorAttribute>()!.DisableTestParallelization.Should().BeTrue();

    internal static CaseTestCase Row(string key)
    {
        var spec = typeof(OutputSpec);
        var assembly = new TestAssembly(Reflector.Wrap(spec.Assembly));
        var method = new TestMethod(
            new TestClass(new TestCollection(assembly, null, "rows"), Reflector.Wrap(spec)),
            Reflector.Wrap(spec.GetMethod(nameof(OutputSpec.The_output_is_right_and_equals_the_native_output_of_the_same_code))));
        string[] skipping = [typeof(Xunit.SkipException).FullName!];
        return new(skipping, new NullMessageSink(), TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method, [key]);
    }
}
